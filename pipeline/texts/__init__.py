"""Texts by their code, one file per language."""
