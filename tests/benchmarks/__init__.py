"""Speed side by side with peers: `python -m tests.benchmarks [name...]`.

Each module of this package with a `run(console)` function is one benchmark; its name is the module's.
"""
