"""The wrong changes: each is one node of a module's syntax tree, changed in one way.

A comparison, an `and`, a `not`, a condition or a choice turned round; a number one higher; a text, a truth value or a
member of an enum changed into another; an entry of a set, list, table or pattern left out; a call left out around its
only argument; a function that returns nothing; a constant of the module taken for its neighbor.
Not changed: what stands in docstrings, types and decorators.
"""

import ast
import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,), ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,), ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}

Enums = Mapping[str, Sequence[str]]  # class name -> its members


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one wrong change, where it is, and the two pieces of code."""

    line: int
    before: str
    after: str
    tree: ast.Module

    def __str__(self) -> str:
        before, after = (" ".join(code.split()) for code in (self.before, self.after))
        return f"line {self.line}: {before}  ->  {after}"


def enums_of(source: str) -> dict[str, tuple[str, ...]]:
    """Return the enums a module defines: name and members."""
    classes = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef)]
    return {
        node.name: tuple(
            target.id
            for item in node.body
            if isinstance(item, ast.Assign)
            for target in item.targets
            if isinstance(target, ast.Name)
        )
        for node in classes
        if any(isinstance(base, ast.Name) and base.id.endswith("Enum") for base in node.bases)
    }


def mutants(source: str, enums: Enums, aliases: Mapping[str, str] | None = None) -> Iterator[Mutant]:
    """Yield the module with each wrong change. `aliases` are other names of enums in it."""
    tree = ast.parse(source)
    known = {**enums, **{short: enums[name] for short, name in (aliases or {}).items()}}
    constants = _constants(tree)
    for path, node in _nodes(tree):
        for after in _changed(node, known, constants):
            changed = copy.deepcopy(tree)
            _put(changed, path, after)
            ast.fix_missing_locations(changed)
            yield Mutant(_line(node), ast.unparse(node), ast.unparse(after), changed)


Path = tuple[tuple[str, int | None], ...]  # from the module down: field, and the place in it where it is a list


def _nodes(node: ast.AST, path: Path = ()) -> Iterator[tuple[Path, ast.AST]]:
    """Yield every node that may be changed, with the way to it."""
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list", "bases", "keywords") and not isinstance(node, ast.Call):
            continue
        children = (
            [(None, value)] if isinstance(value, ast.AST) else list(enumerate(value)) if isinstance(value, list) else []
        )
        for place, child in children:
            if isinstance(child, ast.AST) and not _left_alone(child):
                here = (*path, (field, place))
                yield here, child
                yield from _nodes(child, here)


def _left_alone(node: ast.AST) -> bool:
    """Return whether a node is an import, a docstring or the definition of a type."""
    if isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr):
        return True
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    if isinstance(node, ast.AnnAssign) and node.value is None:
        return True
    is_type = isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and _is_type(node.targets[0].id)
    enum = isinstance(node, ast.ClassDef) and any(
        isinstance(base, ast.Name) and "Enum" in base.id for base in node.bases
    )
    return is_type or enum


def _is_type(name: str) -> bool:
    return name[:1].isupper() and not name.isupper() and len(name) > 2


def _put(tree: ast.Module, path: Path, after: ast.AST) -> None:
    node: ast.AST = tree
    for field, place in path[:-1]:
        value = getattr(node, field)
        node = value if place is None else value[place]
    field, place = path[-1]
    if place is None:
        setattr(node, field, after)
    else:
        getattr(node, field)[place] = after


def _line(node: ast.AST) -> int:
    return getattr(node, "lineno", 0)


def _constants(tree: ast.Module) -> dict[str, str]:
    """Return each constant of the module's own with the next of its kind, such as one row and the next."""
    names = [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id.startswith("_") and target.id.isupper()
    ]
    found: dict[str, str] = {}
    for kind in ({name for name in names if name.endswith("_ROW")}, {name for name in names if "_" not in name[1:]}):
        ordered = [name for name in names if name in kind]
        if len(ordered) > 1:
            found |= dict(zip(ordered, [*ordered[1:], *ordered[:1]], strict=True))
    return found


def _changed(node: ast.AST, enums: Enums, constants: Mapping[str, str]) -> Iterator[ast.AST]:
    """Yield what may stand in the place of a node."""
    yield from _other_value(node, enums, constants)
    yield from _turned(node)
    yield from _one_less(node)
    yield from _left_out(node)


def _other_value(node: ast.AST, enums: Enums, constants: Mapping[str, str]) -> Iterator[ast.AST]:
    match node:
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(value=int()):
            yield ast.Constant(node.value + 1)
        case ast.Constant(value=str()):
            yield ast.Constant(f"{node.value}-x")
        case ast.Attribute(value=ast.Name(id=name)) if node.attr in enums.get(name, ()):
            members = list(enums[name])
            yield ast.Attribute(node.value, members[(members.index(node.attr) + 1) % len(members)], node.ctx)
        case ast.Name(ctx=ast.Load()) if node.id in constants:
            yield ast.Name(constants[node.id], node.ctx)


def _turned(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(ops=[operator]):
            for other in _COMPARED.get(type(operator), ()):
                yield ast.Compare(node.left, [other()], node.comparators)
        case ast.BoolOp():
            yield ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values)
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.IfExp():
            yield ast.IfExp(node.test, node.orelse, node.body)
        case ast.If():
            yield ast.If(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)
        case ast.BinOp() if type(node.op) in _COUNTED:
            yield ast.BinOp(node.left, _COUNTED[type(node.op)](), node.right)


def _one_less(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the node without one of its entries."""
    match node:
        case ast.BoolOp():
            yield from (rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest) for rest in _without_one(node.values))
        case ast.Set() if len(node.elts) > 1:
            yield from (ast.Set(rest) for rest in _without_one(node.elts))
        case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()) if len(node.elts) > 1:
            yield from (type(node)(rest, node.ctx) for rest in _without_one(node.elts))
        case ast.Dict():
            for rest in _without_one(list(zip(node.keys, node.values, strict=True))):
                yield ast.Dict([key for key, _ in rest], [value for _, value in rest])
        case ast.MatchOr():
            yield from (rest[0] if len(rest) == 1 else ast.MatchOr(rest) for rest in _without_one(node.patterns))
        case ast.Match():
            yield from (ast.Match(node.subject, rest) for rest in _without_one(node.cases))


def _left_out(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Call(func=ast.Name("frozenset"), args=[ast.Set()]):
            return  # the same, as long as nothing is put into it
        case ast.Call(args=[only], keywords=[]) if not isinstance(only, ast.Starred | ast.GeneratorExp):
            yield only
        case ast.Return(value=ast.Constant(value=None)):
            return
        case ast.Return(value=ast.AST()):
            yield ast.Return(ast.Constant(None))


def _without_one(items: Sequence[Any]) -> Iterator[list[Any]]:
    for place in range(len(items)):
        yield [*items[:place], *items[place + 1 :]]
