"""Our own section files as templates: sandboxed, strict, and few words of jinja2 at that.

Nothing a person typed ever enters a template.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from her2guide.guide.expiry import bare_facts, check_branches
from her2guide.guide.voice import Voice
from her2guide.library.errors import ContentError

CALLS = ("fact", "in_words", "term", "checked", "year", "current", "met", "unknown")
_TEXTS = {"in_words": (2, 2), "term": (1, 2), "current": (1, 20)}  # at least and at most; the others take one
VARIABLES = (
    "numbers",
    "survival",
    "category",
    "provisional",
    "printed",
    "ihc",
    "ish",
    "setting",
    "told",
    "taking",
    "had",
    "reader",
    "insurance",
    "medigap",
    "lost_coverage_recently",
)
_ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.If,
    nodes.Call,
    nodes.Name,
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Tuple,
    nodes.List,
)

_ENVIRONMENT = ImmutableSandboxedEnvironment(
    undefined=StrictUndefined,
    autoescape=False,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_ENVIRONMENT.globals.clear()


def _is_plain_call(node: nodes.Call) -> bool:
    """Return whether a call is one of `CALLS` with one text, or as many as that one takes."""
    if not isinstance(node.node, nodes.Name) or node.node.name not in CALLS:
        return False
    if node.kwargs or node.dyn_args is not None or node.dyn_kwargs is not None:
        return False
    texts = [
        argument for argument in node.args if isinstance(argument, nodes.Const) and isinstance(argument.value, str)
    ]
    least, most = _TEXTS.get(node.node.name, (1, 1))
    return len(texts) == len(node.args) and least <= len(texts) <= most


def _check(tree: nodes.Template, where: str) -> None:
    """Refuse whatever docs/writing.md does not list."""
    called = set()
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED):
            problem = f"line {node.lineno} uses {type(node).__name__}, which templates may not use"
            raise ContentError(where, problem=problem)
        if isinstance(node, nodes.Call):
            if not _is_plain_call(node):
                problem = f"line {node.lineno} calls something other than {', '.join(CALLS)} with plain texts"
                raise ContentError(where, problem=problem)
            called.add(id(node.node))
    for name in tree.find_all(nodes.Name):
        if id(name) not in called and name.name not in VARIABLES:
            raise ContentError(where, problem=f"line {name.lineno} uses {name.name}, which is not offered")
    check_branches(tree, where)


@lru_cache(maxsize=512)
def compiled(text: str, where: str) -> tuple[Template, frozenset[str]]:
    """Return a template, and the facts it prints with no other words for later. Raises `ContentError`."""
    try:
        tree = _ENVIRONMENT.parse(text)
        _check(tree, where)
        bare = frozenset(bare_facts(tree))
        return _ENVIRONMENT.from_string(tree), bare
    except TemplateError as error:
        raise ContentError(where, problem=f"is not a valid template ({error})") from None


def used(text: str, where: str) -> tuple[tuple[str, str], ...]:
    """Return the (function, id) pairs a template may say, in any of its branches. Raises `ContentError`."""
    compiled(text, where)
    calls = _ENVIRONMENT.parse(text).find_all(nodes.Call)
    return tuple(
        (call.node.name, argument.value)  # type: ignore[attr-defined]  # checked above
        for call in calls
        for argument in (call.args if call.node.name == "current" else call.args[:1])  # type: ignore[attr-defined]
    )


def asked(text: str, where: str) -> tuple[str, ...]:
    """Return the variables and predicates a template asks for, in any of its branches. Raises `ContentError`."""
    found = {name.name for name in _ENVIRONMENT.parse(text).find_all(nodes.Name)} & set(VARIABLES)
    return tuple(sorted(found | {name for function, name in used(text, where) if function in ("met", "unknown")}))


def need_other_words(text: str, expires: Callable[[str], bool], where: str) -> None:
    """Raise `ContentError` for a fact that expires and is printed, in any branch, without other words for later."""
    for fact in sorted(compiled(text, where)[1]):
        if expires(fact):
            problem = 'expires: print it after {% if current("...") %}, and say after {% else %} whom to ask'
            raise ContentError(where, fact, problem=problem)


def render(text: str, voice: Voice, values: Mapping[str, str | bool], where: str) -> str:
    """Return the Markdown of a template. `values` are `VARIABLES`; facts, terms and dates come from `voice`.

    Raises `ContentError` naming the file for a missing name, a forbidden construct or a refused fact.
    """
    try:
        template, _ = compiled(text, where)
        need_other_words(text, voice.expires, where)
        return template.render(values, **{name: getattr(voice, name) for name in CALLS})
    except TemplateError as error:
        raise ContentError(where, problem=f"cannot be filled in ({error})") from None
