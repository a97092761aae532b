import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actions, reachOf, takesTwo } from '../src/accounts/domain/roles.ts'
import rolesEn from '../src/accounts/messages/en/roles.ts'
import rolesFr from '../src/accounts/messages/fr/roles.ts'
import actionsEn from '../src/accounts/messages/en/actions.ts'
import actionsFr from '../src/accounts/messages/fr/actions.ts'
import { commandsFor } from '../src/instance/commands/by-action.ts'
import { root } from './prepare.mjs'

/* Writes the table of roles into the documents, from the same source that the program asks. */

const holders = ['VV', 'VU', 'VA', 'SV', 'SU', 'AG', 'SA', 'SP', 'OP']

const documents = {
  'roles.md': {
    roles: { ...rolesEn, 'role.SP': 'Support agent', 'role.OP': 'Operator' },
    actions: actionsEn,
    title: 'Who may do what',
    lead: 'Actions are the unit; a role is a named set of actions, and what somebody may do is the union over all they hold. Nobody grants more than they hold.',
    legend:
      '● yes · ◐ in the virtual accounts the role is held in and those below them · ② with a second person · – no',
    action: 'Action',
    commands: 'At the command line',
    machine:
      'Whoever has the machine may do this, whatever they hold. `--by` names the operator who answers for what is changed. What takes two people is proposed there, and confirmed by somebody else in the portal; account administrators are never made there.',
    command: 'Commands',
  },
  'fr/roles.md': {
    roles: { ...rolesFr, 'role.SP': 'Agent du support', 'role.OP': 'Exploitant' },
    actions: actionsFr,
    title: 'Qui peut faire quoi',
    lead: 'L’unité est l’action ; un rôle est un ensemble d’actions qui porte un nom, et ce que quelqu’un peut faire est la réunion de tout ce qu’il détient. Nul ne donne plus qu’il n’a.',
    legend:
      '● oui · ◐ dans les comptes virtuels où le rôle est détenu et ceux qui se trouvent en dessous · ② avec une seconde personne · – non',
    action: 'Action',
    commands: 'En ligne de commande',
    machine:
      'Qui a la machine peut faire ceci, quoi qu’il détienne. `--by` nomme l’exploitant qui répond de ce qui est modifié. Ce qui demande deux personnes y est proposé, puis confirmé par quelqu’un d’autre dans le portail ; les administrateurs d’un compte n’y sont jamais nommés.',
    command: 'Commandes',
  },
}

function markOf(holder, action) {
  if (takesTwo(holder, action)) return '②'
  return { everywhere: '●', own: '◐', nowhere: '–' }[reachOf(holder, action)]
}

/** The documents, by their place below docs. */
export function rolesDocuments() {
  return Object.fromEntries(
    Object.entries(documents).map(([file, said]) => {
      const head = [said.action, ...holders]
      const rows = actions.map((action) => [
        said.actions[`action.${action}`],
        ...holders.map((holder) => markOf(holder, action)),
      ])
      const line = (cells) => `| ${cells.join(' | ')} |`
      const names = holders.map((holder) => `- ${holder}: ${said.roles[`role.${holder}`]}`)
      const table = [line(head), line(head.map((_, n) => (n === 0 ? '---' : ':-:'))), ...rows.map(line)]
      const typed = actions.flatMap((action) => {
        const commands = commandsFor[action]
        return commands
          ? [[said.actions[`action.${action}`], commands.map((name) => `\`${name}\``).join(', ')]]
          : []
      })
      const second = [line([said.action, said.command]), line(['---', '---']), ...typed.map(line)]
      const parts = [`# ${said.title}`, said.lead, names.join('\n'), said.legend, table.join('\n')]
      return [file, [...parts, `## ${said.commands}`, said.machine, second.join('\n')].join('\n\n') + '\n']
    }),
  )
}

if (import.meta.main) {
  for (const [file, text] of Object.entries(rolesDocuments())) writeFileSync(join(root, 'docs', file), text)
}
