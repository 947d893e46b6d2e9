"""Words of Chinese text: cut, normal, in other ways of writing, with their synonyms."""
