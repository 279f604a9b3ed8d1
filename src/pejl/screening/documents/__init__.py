"""The model card and what the law wants on paper, made from the training run."""
