same([["kitten", "sitting"], ["", "abc"], ["same", "same"]].map(([a, b]) => levenshtein_distance(a, b)), [3, 3, 0], "distances");
verdict();
