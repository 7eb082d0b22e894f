"""The pages of the predictions panel: figures, samples, curves, and one input that people make up."""
