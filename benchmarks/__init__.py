"""How fast the bot is beside what people would use instead: `python -m benchmarks --help`."""
