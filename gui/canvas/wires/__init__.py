"""All wires: where they run, what they carry, how they are painted."""
