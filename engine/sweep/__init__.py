"""A search over hyperparameters: what varies, which trials that makes, and how they are run and remembered."""
