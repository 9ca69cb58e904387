"""The script of questions: a TOML file in, a validated script and its machine out."""
