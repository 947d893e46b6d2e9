"""A template of an office's own: 考评办法, whose articles are the answers' items."""

OWN_TEMPLATE = """+++
name = "考评办法"
kind = "measure"
description = "本单位的办法。"

[[field]]
name = "region"
label = "地区"
type = "text"
required = true

[[field]]
name = "items"
label = "条文"
type = "records"
[[field.column]]
name = "text"
label = "条文"
type = "paragraph"
required = true
+++
{% block title %}{{ region }}考评办法{% endblock %}
{% block preamble %}{% endblock %}
{% block body %}
{% for item in items %}
第{{ loop.index | numeral }}条　{{ item.text | sentence }}
{% endfor %}
{% endblock %}
{% block closing %}{% endblock %}
"""
