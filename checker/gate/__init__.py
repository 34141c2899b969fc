"""What of a run's findings is news: those that people have accepted are `known`, the others gate.

One module a way to accept or to choose: `baseline` (a file), `suppressions` (in the source), `changed` (git), and
`differences` between two runs. The rules' own `known` is judged with the facts, in `compare`.
"""
