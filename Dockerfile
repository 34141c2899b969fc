# checker alone: docker run --rm --volume "$PWD:/sources" checker check articles
# There is no git in it, so `--changed-since` needs an image with git, as python:3.13 has it.
FROM python:3.13-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE ./
COPY checker checker
COPY rules rules
RUN pip wheel --no-cache-dir --wheel-dir /wheels ".[formats]"

FROM python:3.13-slim
RUN --mount=type=bind,from=build,source=/wheels,target=/wheels \
    pip install --no-cache-dir --no-index /wheels/*.whl && useradd --create-home --uid 1000 checker
USER 1000
WORKDIR /sources
ENTRYPOINT ["checker"]
CMD ["check"]
