"""A folder of data for a town that has none yet: what is publicly known of it, and room for the rest.

register    the villages of towns by statistical code
town        the files of a new town
repository  what else stands in a repository of its own
"""
