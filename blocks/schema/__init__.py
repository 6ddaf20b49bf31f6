"""The typed tree described: what `document.to_json()` may answer, for programs that read it.

describe.py        what there is to say: a type, its attributes, what each may be
json_schema.py     that as JSON Schema (draft 2020-12)
typescript.py      that as a declaration for TypeScript
"""
