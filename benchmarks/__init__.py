"""How long it takes and how much it holds: `make bench`; docs/benchmarks.md says how to read it."""
