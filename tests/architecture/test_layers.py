"""Sections know what stands below them, never what stands above: in relations as in imports."""

from pathlib import Path

from django.apps import apps
from django.conf import settings

from .source import ROOT, layers

LEVEL_OF = {package: level for level, packages in enumerate(layers()) for package in packages}


def our_models():
    return [model for model in apps.get_models() if package_of(model) in LEVEL_OF]


def package_of(model):
    return apps.get_app_config(model._meta.app_label).name


def test_every_app_of_ours_has_its_place_among_the_layers():
    ours = {
        config.name for config in apps.get_app_configs() if Path(config.path).resolve().is_relative_to(ROOT)
    } - {config.name for config in apps.get_app_configs() if ".venv" in Path(config.path).parts}
    assert ours == set(LEVEL_OF)


def test_apps_are_installed_in_the_order_of_their_layers():
    # Templates, commands and hooks of a layer above override those below.
    ours = [name for name in settings.INSTALLED_APPS if name in LEVEL_OF]
    assert [LEVEL_OF[name] for name in ours] == sorted(LEVEL_OF[name] for name in ours)


def test_relations_point_down():
    upward = []
    for model in our_models():
        fields = [*model._meta.local_fields, *model._meta.local_many_to_many]
        for field in fields:
            target = field.related_model
            if not field.is_relation or target is None or package_of(target) not in LEVEL_OF:
                continue
            here, there = package_of(model), package_of(target)
            is_level = here != there and LEVEL_OF[here] == LEVEL_OF[there]
            if LEVEL_OF[there] < LEVEL_OF[here] or is_level:
                upward.append(f"{model._meta.label}.{field.name} points up at {target._meta.label}")
    assert upward == []
