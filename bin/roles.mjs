import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { actions, reachOf, takesTwo } from '../src/accounts/domain/roles.ts'
import rolesEn from '../src/accounts/messages/en/roles.ts'
import rolesFr from '../src/accounts/messages/fr/roles.ts'
import actionsEn from '../src/accounts/messages/en/actions.ts'
import actionsFr from '../src/accounts/messages/fr/actions.ts'
import { commandsFor, operatorActs, partly } from '../src/instance/commands/by-action.ts'
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
    line: 'Line',
    commands: 'At the command line',
    machine:
      'Whoever has the machine may do this, whatever they hold; it is the column “Line” of the table above, where ◐ means: in part. Where a command takes `--by`, that operator answers for what is changed; whatever it changes, the event log says that it was done at the command line. What takes two people is proposed there, and confirmed by somebody else in the portal. What an action covers beyond these commands is done in the portal.',
    command: 'Commands',
    whys: {
      behind: '– The systems behind the account have their own doors.',
      'two-administrators': '– Two administrators of the account do it, in the portal.',
      'operators-propose': '– An operator proposes the change itself.',
      'own-name': '– Nobody does it in the name of another.',
      administrators: '– Those who administer the account decide, in the portal.',
    },
    installation: 'The installation',
    operators:
      'Operators alone do this, each on a page of their own; whoever has the machine does the same there. There is always one active operator: the last one is neither disabled nor erased, and keeps the office. One whom no mail reaches, or who has never been here, counts: `vestibule link` lets them in.',
    act: 'What operators do',
    page: 'Page',
    acts: {
      'see-accounts': 'See all accounts',
      'check-accounts': 'See where requests could be left waiting',
      'add-accounts': 'Add an account',
      'answer-new-accounts': 'Check the accounts that were asked for',
      'see-all-people': 'See everybody',
      'change-all-people': 'Add, disable, join and erase people, give offices',
      'take-in-lists': 'Take in lists from files',
      'look-after-mails': 'Look after mails',
      'look-after-work': 'Look after work that was given up',
      'publish-agreements': 'Publish agreements',
      'see-insights': 'See insights over all accounts',
      'change-installation': 'Change the settings of the installation',
      'let-people-sign-in': 'Let people sign in with their organisation',
      'prove-history': 'Prove what has happened',
      'run-the-program': 'Run the program',
    },
  },
  'fr/roles.md': {
    roles: { ...rolesFr, 'role.SP': 'Agent du support', 'role.OP': 'Exploitant' },
    actions: actionsFr,
    title: 'Qui peut faire quoi',
    lead: 'L’unité est l’action ; un rôle est un ensemble d’actions qui porte un nom, et ce que quelqu’un peut faire est la réunion de tout ce qu’il détient. Nul ne donne plus qu’il n’a.',
    legend:
      '● oui · ◐ dans les comptes virtuels où le rôle est détenu et ceux qui se trouvent en dessous · ② avec une seconde personne · – non',
    action: 'Action',
    line: 'Ligne',
    commands: 'En ligne de commande',
    machine:
      'Qui a la machine peut faire ceci, quoi qu’il détienne ; c’est la colonne « Ligne » du tableau ci-dessus, où ◐ veut dire : en partie. Quand une commande prend `--by`, cet exploitant répond de ce qui est modifié ; quoi qu’elle modifie, le journal dit que cela fut fait en ligne de commande. Ce qui demande deux personnes y est proposé, puis confirmé par quelqu’un d’autre dans le portail. Ce qu’une action comprend au-delà de ces commandes se fait dans le portail.',
    command: 'Commandes',
    whys: {
      behind: '– Les systèmes derrière le compte ont leurs propres portes.',
      'two-administrators': '– Deux administrateurs du compte le font, dans le portail.',
      'operators-propose': '– Un exploitant propose la modification elle-même.',
      'own-name': '– Nul ne le fait au nom d’un autre.',
      administrators: '– Ceux qui administrent le compte décident, dans le portail.',
    },
    installation: 'L’installation',
    operators:
      'Seuls les exploitants font ceci, chacun sur une page à eux ; qui a la machine y fait de même. Il y a toujours un exploitant actif : le dernier n’est ni désactivé ni effacé, et garde sa fonction. Celui qu’aucun mail n’atteint, ou qui n’est jamais venu, compte aussi : `vestibule link` le fait entrer.',
    act: 'Ce que font les exploitants',
    page: 'Page',
    acts: {
      'see-accounts': 'Voir tous les comptes',
      'check-accounts': 'Voir où des demandes pourraient rester sans réponse',
      'add-accounts': 'Ajouter un compte',
      'answer-new-accounts': 'Vérifier les comptes demandés',
      'see-all-people': 'Voir tout le monde',
      'change-all-people': 'Ajouter, désactiver, réunir et effacer des personnes, donner des fonctions',
      'take-in-lists': 'Reprendre des listes depuis des fichiers',
      'look-after-mails': 'Surveiller les mails',
      'look-after-work': 'Surveiller les tâches abandonnées',
      'publish-agreements': 'Publier des conventions',
      'see-insights': 'Voir les statistiques de tous les comptes',
      'change-installation': 'Modifier les paramètres de l’installation',
      'let-people-sign-in': 'Permettre de se connecter avec son organisation',
      'prove-history': 'Prouver ce qui s’est passé',
      'run-the-program': 'Faire tourner le programme',
    },
  },
}

function markOf(holder, action) {
  if (takesTwo(holder, action)) return '②'
  return { everywhere: '●', own: '◐', nowhere: '–' }[reachOf(holder, action)]
}

/** What the command line does of an action, as one mark. */
function lineMarkOf(action) {
  if (typeof commandsFor[action] === 'string') return '–'
  if (partly.includes(action)) return '◐'
  return takesTwo('OP', action) ? '②' : '●'
}

const table = (head, marks, rows) => {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(marks), ...rows.map(line)].join('\n')
}
const listed = (commands) => commands.map((name) => `\`${name}\``).join(', ')

/** The documents, by their place below docs. */
export function rolesDocuments() {
  return Object.fromEntries(
    Object.entries(documents).map(([file, said]) => {
      const head = [said.action, ...holders, said.line]
      const nameOf = (action) => said.actions[`action.${action}`]
      const who = actions.map((action) => [
        nameOf(action),
        ...holders.map((holder) => markOf(holder, action)),
        lineMarkOf(action),
      ])
      const typed = actions.map((action) => {
        const commands = commandsFor[action]
        return [nameOf(action), typeof commands === 'string' ? said.whys[commands] : listed(commands)]
      })
      const operated = Object.entries(operatorActs).map(([act, { page, commands }]) => [
        said.acts[act],
        page === null ? '–' : `\`${page}\``,
        listed(commands),
      ])
      const names = holders.map((holder) => `- ${holder}: ${said.roles[`role.${holder}`]}`)
      const parts = [`# ${said.title}`, said.lead, names.join('\n'), said.legend]
      const centred = head.map((_, n) => (n === 0 ? '---' : ':-:'))
      parts.push(table(head, centred, who), `## ${said.commands}`, said.machine)
      parts.push(table([said.action, said.command], ['---', '---'], typed), `## ${said.installation}`)
      parts.push(said.operators, table([said.act, said.page, said.command], ['---', '---', '---'], operated))
      return [file, `${parts.join('\n\n')}\n`]
    }),
  )
}

if (import.meta.main) {
  for (const [file, text] of Object.entries(rolesDocuments())) writeFileSync(join(root, 'docs', file), text)
}
