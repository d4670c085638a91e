for (let i = 0; i < 100; i++) setTimeout(() => {}, 1000);
same(thrown(() => setTimeout(() => {}, 1000)) !== "", true, "the timer after a hundred throws");
verdict();
