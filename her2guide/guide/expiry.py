"""What expires stands in a template only where other words are ready for the day after.

{% if current("id") %} a sentence with {{ fact("id") }} {% else %} whom to ask {% endif %}
"""

from collections.abc import Iterator

from jinja2 import nodes

from her2guide.library.errors import ContentError

ASKS = "current"


def check_branches(tree: nodes.Template, where: str) -> None:
    """Refuse `current()` anywhere but alone after an if or elif, and such an if without words after its else."""
    chains = list(tree.find_all(nodes.If))
    inner = {id(branch) for chain in chains for branch in chain.elif_}
    tests = set()
    for chain in (each for each in chains if id(each) not in inner):
        asking = [branch.test for branch in (chain, *chain.elif_) if _asked(branch)]
        tests |= {id(test) for test in asking}
        if asking and not any(_words(node) for node in chain.else_):
            problem = f"line {chain.lineno} asks {ASKS}() and has no words after an else: say there whom to ask"
            raise ContentError(where, problem=problem)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == ASKS and id(call) not in tests:
            problem = f"line {call.lineno} may use {ASKS}() only alone, after if or elif"
            raise ContentError(where, problem=problem)


def bare_facts(node: nodes.Node, held: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the facts printed outside every branch that asked for them by `current()`."""
    if isinstance(node, nodes.If):
        for branch in (node, *node.elif_):
            for child in branch.body:
                yield from bare_facts(child, held | _asked(branch))
        for child in node.else_:
            yield from bare_facts(child, held)
        return
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "fact":
        yield from (fact for fact in _texts(node) if fact not in held)
    for child in node.iter_child_nodes():
        yield from bare_facts(child, held)


def _asked(branch: nodes.If) -> frozenset[str]:
    """Return the facts a branch asks for, none when it asks something else."""
    test = branch.test
    if isinstance(test, nodes.Call) and isinstance(test.node, nodes.Name) and test.node.name == ASKS:
        return frozenset(_texts(test))
    return frozenset()


def _texts(call: nodes.Call) -> tuple[str, ...]:
    return tuple(argument.value for argument in call.args if isinstance(argument, nodes.Const))


def _words(node: nodes.Node) -> bool:
    return any(text.data.strip() for text in node.find_all(nodes.TemplateData))
