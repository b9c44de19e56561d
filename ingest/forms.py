"""The classes behind the forms of bodies and events that texts and tables give."""

BODY_CLASSES = {
    "party_committee": "PartyCommittee",
    "standing_committee": "StandingCommittee",
    "party_department": "PartyDepartment",
    "inspection_committee": "InspectionCommittee",
    "steering_committee": "SteeringCommittee",
    "state_body": "StateBody",
    "council": "Council",
    "court_procuracy": "CourtOrProcuracy",
    "front_union": "FrontOrUnion",
    "congress": "Body",
    "other": "Body",
}
EVENT_CLASSES = {"congress": "Congress", "plenum": "Plenum", "conference": "Conference", "meeting": "Meeting"}
LEVELS = ("central", "province", "district", "commune", "state")
