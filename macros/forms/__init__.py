"""What the models say of themselves, for whoever fills them in: an editor's schema, a form.

schema    a file of data as JSON Schema, in Chinese
tables    what every key means, for the staff handbook
fields    the fields of a form, from a schema
acts      what clerks do every day, each a form that writes one small file
admin     the form at admin/: the configuration of Sveltia CMS for a town
"""
