"""The command ``completion``: a small script for a shell that completes commands and names."""

from __future__ import annotations

import argparse

import migrationgov as mg
from migrationgov.commands.words import short_name
from migrationgov.model.names import folded

_BASH = """\
# migrationgov: completion of commands and names. For bash: eval "$(migrationgov completion bash)"
_migrationgov() {
    local word="${COMP_WORDS[COMP_CWORD]//\\\\/}" form=%q each
    case "$word" in [\\"\\']*) word="${word:1}" form=%s ;; esac
    COMPREPLY=()
    while IFS= read -r each; do
        if [[ "$each" == "$word"* ]]; then COMPREPLY+=("$(printf "$form" "$each")"); fi
    done < <(if [ "$COMP_CWORD" -eq 1 ]; then printf '%s\\n' COMMANDS
             else migrationgov completion names; fi)
}
complete -o default -F _migrationgov migrationgov
"""
_ZSH = """\
# migrationgov: completion of commands and names. For zsh, after compinit:
#     eval "$(migrationgov completion zsh)"
_migrationgov() {
    if (( CURRENT == 2 )); then
        compadd -- COMMANDS
    else
        local -a names
        names=("${(@f)$(migrationgov completion names)}")
        compadd -a names || _files
    fi
}
compdef _migrationgov migrationgov
"""
_FISH = """\
# migrationgov: completion of commands and names. For fish: migrationgov completion fish | source
complete -c migrationgov -n __fish_use_subcommand -f -a "COMMANDS"
complete -c migrationgov -n "not __fish_use_subcommand" -a "(migrationgov completion names)"
"""
_SCRIPTS = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH}
SHELLS = (*_SCRIPTS, "names")


def completion(given: argparse.Namespace) -> str:
    """Answer ``completion``: the script for a shell, or the names that it completes."""
    if given.shell == "names":
        return "\n".join(_names(given.facts))
    return _SCRIPTS[given.shell].replace("COMMANDS", " ".join(given.commands)).rstrip()


def _names(facts: mg.Dataset) -> list[str]:
    """Return the names of states, and the short names of institutions."""
    states = {each.name for each in facts.states}
    groups = {short_name(each) for each in mg.groups(dataset=facts)}
    processes = {each.name for each in facts.processes}
    treaties = {each.name for each in facts.treaties}
    return sorted(states | groups | processes | treaties, key=folded)
