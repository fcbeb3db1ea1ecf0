"""The metadata of a release: Croissant and schema.org, DCAT, Zenodo, CodeMeta."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from migrationgov.exports.csv_package import TITLE
from migrationgov.exports.typed_tables import TypedTable
from migrationgov.model.dataset import Dataset

Node = dict[str, Any]

#: The address of a release. It names the release; there need not be a page behind it.
BASE = "https://migrationgov.invalid/releases/"
ABOUT = (
    "Which state belonged to which institution of international migration governance, in which"
    " role, on which day, and how we know: every fact has its sources, every date its doubt, and"
    " every answer is certain, listed or possible."
)
_KEYWORDS = [
    "international migration",
    "migration governance",
    "international organizations",
    "regional consultative processes",
    "treaties",
]
_LICENCES = {"CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/"}
_MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "parquet": "application/vnd.apache.parquet",
    "sql": "application/sql",
    "sqlite": "application/vnd.sqlite3",
}
_TYPES = {str: "sc:Text", int: "sc:Integer", bool: "sc:Boolean", date: "sc:Date"}

#: The context that the specification of Croissant 1.0 asks for.
_CROISSANT: Node = {
    "@language": "en", "@vocab": "https://schema.org/", "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/", "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/", "conformsTo": "dct:conformsTo",
    "citeAs": "cr:citeAs", "column": "cr:column", "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract", "field": "cr:field", "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject", "fileSet": "cr:fileSet", "format": "cr:format",
    "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset", "jsonPath": "cr:jsonPath",
    "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField", "path": "cr:path",
    "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex",
    "repeated": "cr:repeated", "replace": "cr:replace", "samplingRate": "cr:samplingRate",
    "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField",
    "transform": "cr:transform",
}  # fmt: skip


def croissant(facts: Dataset, made: Iterable[TypedTable], files: Mapping[str, str]) -> Node:
    """Return the description of the files and tables in Croissant 1.0: a schema.org `Dataset`."""
    return {
        "@context": _CROISSANT,
        "@type": "sc:Dataset",
        "@id": _address(facts),
        "name": facts.manifest.name,
        "alternateName": TITLE,
        "description": ABOUT,
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "url": _address(facts),
        "version": facts.manifest.version,
        "datePublished": facts.as_of,
        "license": _licence(facts),
        "creator": {"@type": "sc:Organization", "name": facts.manifest.authors},
        "keywords": _KEYWORDS,
        "citeAs": f"{facts.manifest.authors}. {facts.manifest}.",
        "distribution": [_file_object(name, digest) for name, digest in files.items()],
        "recordSet": [_record_set(table) for table in made],
    }


def _file_object(name: str, digest: str) -> Node:
    return {
        "@type": "cr:FileObject", "@id": name, "name": name, "contentUrl": name,
        "encodingFormat": _media(name), "sha256": digest,
    }  # fmt: skip


def _record_set(table: TypedTable) -> Node:
    fields = [
        {
            "@type": "cr:Field",
            "@id": f"{table.name}/{name}",
            "name": f"{table.name}/{name}",
            "dataType": _TYPES[kind],
            "source": {
                "fileObject": {"@id": f"csv/{table.name}.csv"},
                "extract": {"column": name},
            },
        }
        for name, kind in table.types.items()
    ]
    key = {"key": {"@id": f"{table.name}/{table.key}"}} if table.key else {}
    return {"@type": "cr:RecordSet", "@id": table.name, "name": table.name, **key, "field": fields}


def dcat(facts: Dataset, files: Mapping[str, str]) -> Node:
    """Return the description in DCAT 3, the vocabulary of data catalogues."""
    return {
        "@context": {
            "@base": f"{_address(facts)}/",
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "spdx": "http://spdx.org/rdf/terms#",
            "xsd": "http://www.w3.org/2001/XMLSchema#",
        },
        "@id": _address(facts),
        "@type": "dcat:Dataset",
        "dct:title": {"@value": TITLE, "@language": "en"},
        "dct:description": {"@value": ABOUT, "@language": "en"},
        "dct:license": {"@id": _licence(facts)},
        "dct:creator": {"@type": "foaf:Agent", "foaf:name": facts.manifest.authors},
        "dct:issued": {"@value": facts.as_of, "@type": "xsd:date"},
        "dcat:version": facts.manifest.version,
        "dcat:keyword": _KEYWORDS,
        "dcat:distribution": [
            {
                "@id": f"{name}#distribution",
                "@type": "dcat:Distribution",
                "dct:title": name,
                "dcat:downloadURL": {"@id": name},
                "dcat:mediaType": {
                    "@id": f"https://www.iana.org/assignments/media-types/{_media(name)}"
                },
                "spdx:checksum": {
                    "@type": "spdx:Checksum",
                    "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                    "spdx:checksumValue": digest,
                },
            }
            for name, digest in files.items()
        ],
    }


def zenodo(facts: Dataset) -> Node:
    """Return the metadata that Zenodo reads from an upload."""
    return {
        "title": f"{TITLE}: {facts.manifest.title}",
        "upload_type": "dataset",
        "description": f"<p>{ABOUT}</p>",
        "creators": [{"name": facts.manifest.authors}],
        "version": facts.manifest.version,
        "publication_date": facts.as_of,
        "access_right": "open",
        "license": facts.manifest.licence,
        "keywords": _KEYWORDS,
        "language": "eng",
    }


def codemeta(facts: Dataset) -> Node:
    """Return the description of the data in CodeMeta 3."""
    return {
        "@context": "https://w3id.org/codemeta/3.0",
        "@type": "Dataset",
        "name": facts.manifest.name,
        "description": ABOUT,
        "version": facts.manifest.version,
        "datePublished": facts.as_of,
        "license": f"https://spdx.org/licenses/{facts.manifest.licence}",
        "author": [{"@type": "Organization", "name": facts.manifest.authors}],
        "keywords": _KEYWORDS,
    }


def _address(facts: Dataset) -> str:
    return BASE + facts.manifest.version.replace(" ", "-")


def _licence(facts: Dataset) -> str:
    code = facts.manifest.licence
    return _LICENCES.get(code, f"https://spdx.org/licenses/{code}")


def _media(name: str) -> str:
    return _MEDIA[name.rpartition(".")[2]]
