"""Where the second reader is trained and measured: build time only, and the only room that knows scikit-learn."""
