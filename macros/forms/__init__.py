"""What the models say of themselves, for whoever fills them in: an editor's schema, a form.

schema    a file of data as JSON Schema, in Chinese
tables    what every key means, for the staff handbook
"""
