"""The resources of a FHIR file, found by their links; what was withdrawn or replaced is not in it."""

from collections.abc import Iterator
from typing import Any

from her2guide.intake.fhir_values import mapping, text
from her2guide.intake.record_json import items

Resource = dict[str, Any]


class Book:
    """The resources of one file. Contained resources stand beside the others."""

    def __init__(self, found: list[Resource]) -> None:
        self._linked: dict[str, Resource] = {}
        self._withdrawn: set[int] = set()
        self.resources = [one for each in _newest(found) for one in (each, *items(each.get("contained")))]
        for each in self.resources:
            for link in _links(each):
                self._linked[link] = each
        for each in self.resources:
            if text(each.get("status")) == "entered-in-error":
                self._withdraw(each)

    def of_type(self, *kinds: str) -> Iterator[Resource]:
        """Yield the resources of some types that were not withdrawn."""
        for each in self.resources:
            if each.get("resourceType") in kinds and id(each) not in self._withdrawn:
                yield each

    def linked(self, reference: Any, owner: Resource) -> Resource:
        """Return the resource that a reference of `owner` leads to, or an empty one."""
        link = text(mapping(reference).get("reference")) if not isinstance(reference, str) else reference
        if link.startswith("#"):
            inner = [each for each in items(owner.get("contained")) if each.get("id") == link[1:]]
            return inner[0] if inner else {}
        return self._linked.get(link) or self._linked.get("/".join(link.split("/_history/")[0].split("/")[-2:])) or {}

    def holds_many_people(self) -> bool:
        """Return whether the results and reports are of more than one person."""
        people = {str(each.get("id")) for each in self.of_type("Patient")}
        subjects = {self._person(each) for each in self.resources} - {""}
        return len(people) > 1 and len(subjects) > 1

    def _person(self, resource: Resource) -> str:
        subject = mapping(resource.get("subject") or resource.get("patient"))
        found = self.linked(subject, resource)
        return text(found.get("id")) or text(subject.get("reference"))

    def _withdraw(self, resource: Resource) -> None:
        """Take out a resource, and the results of a report that was entered in error."""
        self._withdrawn.add(id(resource))
        for reference in (*items(resource.get("result")), *items(resource.get("hasMember"))):
            self._withdrawn.add(id(self.linked(reference, resource)))
        self._withdrawn |= {id(each) for each in items(resource.get("contained"))}


def _links(resource: Resource) -> list[str]:
    found = [text(resource.get("fullUrl"))]
    if resource.get("id"):
        found.append(f"{resource.get('resourceType')}/{resource['id']}")
    return [link for link in found if link]


def _newest(found: list[Resource]) -> list[Resource]:
    """Return the resources without older versions of the same one."""
    newest: dict[str, Resource] = {}
    for each in found:
        if each.get("id") and _version(each) != ("", ""):
            key = f"{each.get('resourceType')}/{each['id']}"
            if key not in newest or _version(each) > _version(newest[key]):
                newest[key] = each
    kept = {id(each) for each in newest.values()}
    keys = set(newest)
    return [each for each in found if id(each) in kept or f"{each.get('resourceType')}/{each.get('id')}" not in keys]


def _version(resource: Resource) -> tuple[str, str]:
    meta = mapping(resource.get("meta"))
    number = text(meta.get("versionId"))
    return text(meta.get("lastUpdated")), number.zfill(8) if number.isdigit() else number
