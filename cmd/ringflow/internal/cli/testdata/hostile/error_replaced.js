// ends: RF5002
Error = function () { for (let i = 0; i < 10; i++) {} throw 7; };
for (let i = 0; i < 101; i++) setTimeout(() => {}, 1000);
