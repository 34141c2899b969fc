"""Files as a bad disk or a broken transfer leaves them."""

import random
from collections.abc import Iterator


def damaged(whole: bytes, seed: int) -> Iterator[bytes]:
    """Many versions of a file: bytes of each are replaced, repeated elsewhere or lost, at times all from one on."""
    chance = random.Random(seed)
    for _ in range(500):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 3, 30))):
            at = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[at:at] = data[chance.randrange(len(data)) :][: chance.randrange(40)]
                case 1:
                    del data[at : at + chance.randrange(40)]
                case _:
                    data[at] = chance.randrange(256)
        yield bytes(data if chance.random() < 0.7 else data[: chance.randrange(len(data))])
