"""Calm abstract pictures, drawn: layered hills and discs in the blues and greens of the NHS.

They stand where a live site has photographs, and show nobody and no place.
"""

import math
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1000
# Shapes are drawn larger and scaled down, which smooths their edges.
SCALE = 2

Colour = tuple[int, int, int]
DARK_BLUE: Colour = (0, 48, 135)
BLUE: Colour = (0, 94, 184)
BRIGHT_BLUE: Colour = (0, 114, 206)
LIGHT_BLUE: Colour = (65, 182, 230)
TEAL: Colour = (0, 132, 139)
AQUA: Colour = (0, 164, 153)
MIST: Colour = (232, 243, 250)
DAWN: Colour = (255, 236, 204)
LEAF: Colour = (214, 240, 230)


@dataclass(frozen=True)
class Scene:
    """What a picture is drawn from: the sky's two colours, a disc, and hills from the back to the front."""

    sky: tuple[Colour, Colour]
    disc: tuple[float, float, float]
    disc_colour: Colour
    hills: tuple[Colour, ...]
    swing: float


SCENES = {
    "together": Scene(
        (MIST, DAWN), (0.68, 0.36, 0.13), (255, 214, 140), (LIGHT_BLUE, AQUA, BRIGHT_BLUE, DARK_BLUE), 0.0
    ),
    "young-people": Scene(
        (LEAF, MIST), (0.28, 0.32, 0.15), (255, 220, 150), (AQUA, LIGHT_BLUE, TEAL, BLUE), 1.9
    ),
    "providers": Scene(
        (MIST, (205, 229, 246)),
        (0.8, 0.3, 0.1),
        (255, 255, 255),
        (LIGHT_BLUE, BRIGHT_BLUE, BLUE, DARK_BLUE),
        3.4,
    ),
    "clinical-leadership": Scene(
        ((236, 240, 250), LEAF), (0.5, 0.34, 0.16), (250, 226, 170), (LIGHT_BLUE, TEAL, BLUE, DARK_BLUE), 5.0
    ),
}


def draw(name: str) -> bytes:
    """The picture of that name as a JPEG of 1600 by 1000 pixels; the same bytes each time."""
    scene = SCENES[name]
    picture = _gradient(*scene.sky)
    picture = _with_disc(picture, scene)
    for depth, colour in enumerate(scene.hills):
        picture = _with_hill(picture, colour, depth, len(scene.hills), scene.swing)
    output = BytesIO()
    picture.save(output, "JPEG", quality=86, optimize=True, progressive=True)
    return output.getvalue()


def _gradient(top: Colour, bottom: Colour) -> Image.Image:
    ramp = Image.linear_gradient("L").resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)
    return Image.composite(Image.new("RGB", ramp.size, bottom), Image.new("RGB", ramp.size, top), ramp)


def _with_disc(picture: Image.Image, scene: Scene) -> Image.Image:
    across, down, radius = scene.disc
    centre_x, centre_y, size = across * WIDTH, down * HEIGHT, radius * HEIGHT * 1.4
    for grown, strength in ((1.9, 40), (1.4, 70), (1.0, 255)):
        mask = Image.new("L", (WIDTH * SCALE, HEIGHT * SCALE))
        box = [
            SCALE * (centre_x - size * grown), SCALE * (centre_y - size * grown),
            SCALE * (centre_x + size * grown), SCALE * (centre_y + size * grown),
        ]  # fmt: skip
        ImageDraw.Draw(mask).ellipse(box, fill=strength)
        mask = mask.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        picture = Image.composite(Image.new("RGB", picture.size, scene.disc_colour), picture, mask)
    return picture


def _with_hill(picture: Image.Image, colour: Colour, depth: int, hills: int, swing: float) -> Image.Image:
    base = HEIGHT * (0.5 + 0.42 * depth / hills)
    rise = HEIGHT * (0.11 - 0.012 * depth)
    phase = swing + depth * 2.1

    def ridge(x: float) -> float:
        turn = x / WIDTH * math.tau
        return base + rise * (0.7 * math.sin(turn * 0.75 + phase) + 0.3 * math.sin(turn * 1.7 + phase * 1.6))

    points = [(x * SCALE, ridge(x) * SCALE) for x in range(-8, WIDTH + 9, 8)]
    mask = Image.new("L", (WIDTH * SCALE, HEIGHT * SCALE))
    below = [(WIDTH * SCALE + 16, HEIGHT * SCALE), (-16, HEIGHT * SCALE)]
    ImageDraw.Draw(mask).polygon([*points, *below], fill=235)
    mask = mask.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    # A lighter crest sets each hill off from the one behind it.
    light = ImageChops.offset(mask, 0, 90).filter(ImageFilter.GaussianBlur(60))
    body = Image.composite(
        Image.new("RGB", picture.size, colour), Image.new("RGB", picture.size, _lighter(colour)), light
    )
    return Image.composite(body, picture, mask)


def _lighter(colour: Colour) -> Colour:
    return tuple(round(part + (255 - part) * 0.22) for part in colour)
