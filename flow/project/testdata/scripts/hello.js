// Stands for a script: the project only names it.
