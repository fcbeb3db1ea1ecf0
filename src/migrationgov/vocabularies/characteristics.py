"""The words of the characteristics of processes: themes, regions, legal nature."""

from __future__ import annotations

from migrationgov.vocabularies import Vocabulary


class CharacteristicKind(Vocabulary):
    """What a characteristic of a process tells."""

    THEME = "theme"
    REGION = "region"
    AIM = "aim"
    STRUCTURE = "structure"
    WORKING_GROUP = "working-group"
    CHAIR_RULE = "chair-rule"
    LEGAL_NATURE = "legal-nature"
    FUNDING = "funding"
    WEBSITE = "website"


class Theme(Vocabulary):
    """A theme of a process."""

    ASYLUM_AND_PROTECTION_OF_REFUGEES = "asylum and protection of refugees"
    BORDER_MANAGEMENT_AND_DOCUMENTS = "border management and documents"
    CHILDREN = "children"
    CLIMATE_AND_ENVIRONMENT = "climate and environment"
    DATA = "data"
    DIASPORA = "diaspora"
    EDUCATION_AND_BRAIN_DRAIN = "education and brain drain"
    EMERGENCIES = "emergencies"
    FREE_MOVEMENT_AND_VISAS = "free movement and visas"
    GENDER = "gender"
    GOVERNANCE_AND_COOPERATION = "governance and cooperation"
    HEALTH = "health"
    INTEGRATION = "integration"
    INTERNAL_DISPLACEMENT = "internal displacement"
    IRREGULAR_MIGRATION = "irregular migration"
    LABOUR_MIGRATION = "labour migration"
    MIGRATION_AND_DEVELOPMENT = "migration and development"
    MIXED_MIGRATION = "mixed migration"
    PROTECTION_OF_MIGRANTS = "protection of migrants"
    RECRUITMENT_AND_SKILLS = "recruitment and skills"
    REGULARIZATION = "regularization"
    REMITTANCES = "remittances"
    RETURN_AND_REINTEGRATION = "return and reintegration"
    ROOT_CAUSES_AND_SECURITY = "root causes and security"
    SMUGGLING_OF_MIGRANTS = "smuggling of migrants"
    TRAFFICKING_IN_PERSONS = "trafficking in persons"


class Region(Vocabulary):
    """A region of a process, by the names of the United Nations, or the whole world."""

    AFRICA = "Africa"
    EASTERN_AFRICA = "Eastern Africa"
    MIDDLE_AFRICA = "Middle Africa"
    NORTHERN_AFRICA = "Northern Africa"
    SOUTHERN_AFRICA = "Southern Africa"
    WESTERN_AFRICA = "Western Africa"
    AMERICAS = "Americas"
    CARIBBEAN = "Caribbean"
    CENTRAL_AMERICA = "Central America"
    LATIN_AMERICA = "Latin America"
    NORTHERN_AMERICA = "Northern America"
    SOUTH_AMERICA = "South America"
    ASIA = "Asia"
    CENTRAL_ASIA = "Central Asia"
    EASTERN_ASIA = "Eastern Asia"
    SOUTH_EASTERN_ASIA = "South-Eastern Asia"
    SOUTHERN_ASIA = "Southern Asia"
    WESTERN_ASIA = "Western Asia"
    EUROPE = "Europe"
    EASTERN_EUROPE = "Eastern Europe"
    NORTHERN_EUROPE = "Northern Europe"
    SOUTHERN_EUROPE = "Southern Europe"
    WESTERN_EUROPE = "Western Europe"
    OCEANIA = "Oceania"
    GLOBAL = "Global"


class LegalNature(Vocabulary):
    """Whether the outcomes of a process bind its participants, and on what it rests."""

    NON_BINDING = "non-binding"
    TREATY_BASED = "treaty-based"
    MEMORANDUM = "memorandum"
    BINDING_DECISIONS = "binding-decisions"


#: The regions that are parts of a larger one.
PARTS_OF_REGIONS = {
    Region.AFRICA: frozenset(
        {
            Region.EASTERN_AFRICA,
            Region.MIDDLE_AFRICA,
            Region.NORTHERN_AFRICA,
            Region.SOUTHERN_AFRICA,
            Region.WESTERN_AFRICA,
        }
    ),
    Region.AMERICAS: frozenset(
        {
            Region.CARIBBEAN,
            Region.CENTRAL_AMERICA,
            Region.LATIN_AMERICA,
            Region.NORTHERN_AMERICA,
            Region.SOUTH_AMERICA,
        }
    ),
    Region.LATIN_AMERICA: frozenset(
        {Region.CARIBBEAN, Region.CENTRAL_AMERICA, Region.SOUTH_AMERICA}
    ),
    Region.ASIA: frozenset(
        {
            Region.CENTRAL_ASIA,
            Region.EASTERN_ASIA,
            Region.SOUTH_EASTERN_ASIA,
            Region.SOUTHERN_ASIA,
            Region.WESTERN_ASIA,
        }
    ),
    Region.EUROPE: frozenset(
        {
            Region.EASTERN_EUROPE,
            Region.NORTHERN_EUROPE,
            Region.SOUTHERN_EUROPE,
            Region.WESTERN_EUROPE,
        }
    ),
}
