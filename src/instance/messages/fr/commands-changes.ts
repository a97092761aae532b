import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/commands-changes.ts'

/** Ce que dit la ligne de commande sur les comptes entiers et les personnes. */
export default {
  'about.account-suspend': 'Suspendre un compte : rien ne peut y être demandé, décidé ni utilisé.',
  'about.account-resume': 'Rétablir un compte suspendu.',
  'about.account-close': 'Proposer la clôture d’un compte ; une autre personne confirme dans le portail.',
  'about.account-merge':
    'Proposer la réunion d’un compte à un autre ; une autre personne confirme dans le portail.',
  'about.account-rename': 'Proposer un autre identifiant ; une autre personne confirme dans le portail.',
  'about.account-retype': 'Proposer un autre type ; une autre personne confirme dans le portail.',
  'about.account-list': 'Proposer que tous trouvent un compte ; une autre personne confirme dans le portail.',
  'about.person-disable': 'Exclure quelqu’un aussitôt : sessions, accès, demandes et délégations.',
  'about.person-enable': 'Laisser entrer à nouveau une personne exclue.',
  'about.person-offices':
    'Faire de quelqu’un un agent du support ou un exploitant, ou lui retirer cette fonction.',
  'about.person-merge': 'Réunir deux identités d’une même personne ; la seconde adresse ne se connecte plus.',
  'about.account-show': 'Dire ce qu’est un compte : nom, type, état, domaines, contact.',
  'about.account-edit': 'Modifier le nom ou le contact d’un compte.',
  'about.account-change-refuse':
    'Refuser ce que quelqu’un a demandé pour un compte entier, par l’identifiant donné par account changes.',
  'about.account-change-withdraw': 'Retirer ce que l’exploitant de --by a demandé pour un compte entier.',
  'option.contact-name': 'À qui s’adresser au sujet du compte ; vide pour ne nommer personne.',
  'option.contact-address': 'Où les mails lui parviennent ; on lui demande si c’est bien la sienne.',
  'option.despite': 'Prendre ce nom bien qu’un autre compte en ait un semblable.',
  'done.account-places': '{n, plural, one {# compte virtuel} other {# comptes virtuels}}',
  'done.account-edited':
    '{n, plural, =0 {Tout cela était déjà ainsi dans {identifier}.} one {# propriété de {identifier} modifiée.} other {# propriétés de {identifier} modifiées.}}',
  'done.change-refuse': 'Refusé. La personne qui l’a demandé pour {identifier} en est informée.',
  'done.change-withdraw': 'Retiré. Rien n’arrive à {identifier}.',
  'refused.no-change':
    'Aucune modification d’identifiant {value} n’attend. « vestibule account changes » les énumère.',
  'refused.not-theirs': 'Rien n’a été fait : {value} ne l’a pas demandé. Refuser revient aux autres.',
  'refused.name-alike':
    'Rien n’a été modifié : {name} porte presque le même nom. Ajoutez --despite s’il est voulu malgré tout.',
  'refused.changed-meanwhile': 'Rien n’a été modifié : quelqu’un d’autre vient de le faire à l’instant.',
  'option.by': 'L’adresse de l’exploitant qui agit ; là où il en faut deux, il compte comme le premier.',
  'option.reason': 'Pourquoi, en 10 caractères au moins ; le motif est gardé et lu par qui est concerné.',
  'done.suspended':
    '{identifier} est suspendu. Ses administrateurs et qui a fait une demande reçoivent un message.',
  'done.resumed':
    '{identifier} est rétabli. Ses administrateurs et qui a fait une demande reçoivent un message.',
  'done.proposed':
    'Proposé pour {identifier}. Une autre personne du support ou de l’exploitation confirme dans le portail, sous 14 jours.',
  'done.disabled':
    'Désactivé. {n, plural, =0 {Aucun compte n’a perdu son dernier administrateur.} one {# compte a perdu son dernier administrateur : un dossier est ouvert.} other {# comptes ont perdu leur dernier administrateur : des dossiers sont ouverts.}}',
  'done.enabled': '{value} est réactivé.',
  'done.merged':
    'Identités réunies. {n, plural, =0 {Aucun droit n’a changé de main.} one {# droit a changé de main.} other {# droits ont changé de main.}}',
  'refused.no-operator': 'Aucun exploitant actif n’a l’adresse {value}.',
  'done.offices':
    '{value} {which, select, none {n’a plus de fonction.} support {est agent du support.} operator {est exploitant.} other {est agent du support et exploitant.}}',
  'done.offices.unchanged': 'Les fonctions de {value} étaient déjà ainsi.',
  'wrong.offices': 'Dites quelle fonction : --support ou --operator, avec yes ou no.',
  'refused.offices.not-active': '{value} est désactivé et ne reçoit aucune fonction.',
  'refused.last-operator':
    '{value} est le dernier exploitant. Faites d’abord de quelqu’un d’autre un exploitant.',
  'refused.oneself': '{value} ne peut se faire cela à soi-même. Un autre exploitant le peut.',
  'refused.not-active': '{value} est déjà désactivé.',
  'refused.not-disabled': '{value} n’est pas désactivé.',
  'refused.last-without-reason':
    'Un compte n’aurait plus d’administrateur joignable. Si cela ne peut attendre, dites pourquoi avec --reason.',
} satisfies Translation<typeof en>
