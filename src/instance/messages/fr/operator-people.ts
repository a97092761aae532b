import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/operator-people.ts'

/** Les pages de l’exploitant sur une personne, et les filtres des listes. */
export default {
  'operator.person.merged-into': 'Est la même personne que',
  'operator.person.aliases': 'Aussi connue sous',
  'operator.person.since': 'Connue depuis',
  'operator.person.sessions': 'Connexions',
  'operator.person.sessions.n':
    '{n, plural, =0 {Aucune session} one {# session} other {# sessions}}{tokens, plural, =0 { ; aucun jeton} one { ; # jeton} other { ; # jetons}}',
  'operator.person.mail': 'Courrier',
  'operator.person.mail.fine': 'Arrive, autant qu’on sache',
  'operator.person.undelivered':
    '{n, plural, one {# message n’est pas arrivé} other {# messages ne sont pas arrivés}}',
  'operator.person.holds': 'Accès',
  'operator.person.holds-nothing': 'Aucun.',
  'operator.person.role': 'Rôle',
  'operator.person.source': 'Origine',
  'operator.person.from': 'Depuis',
  'operator.person.asked': 'Demandes ouvertes',
  'operator.person.more': 'Ce qui peut encore être fait',
  'operator.source.REQUEST': 'Une demande',
  'operator.source.DIRECT': 'Donné directement',
  'operator.source.GROUP': 'Un groupe',
  'operator.source.RULE': 'Une règle',
  'operator.source.CREATION': 'Créé avec le compte',
  'operator.offices.lead':
    'Ce qui est coché vaut aussitôt, le reste prend fin aussitôt. Cette personne et les autres exploitants en sont prévenus par mail ; votre mot de passe est demandé.',
  'operator.offices.which': 'Cette personne est',
  'operator.offices.support.help': 'Répond aux dossiers de tous les comptes et voit leurs demandes.',
  'operator.offices.operator.help':
    'Voit et fait tout ce qui se trouve sous Exploitation, ces fonctions comprises.',
  'operator.offices.save': 'Enregistrer les fonctions',
  'operator.offices.saved.title': 'Fonctions changées',
  'operator.offices.saved.text':
    'Elles valent dès maintenant ; les personnes concernées sont prévenues par mail.',
  'operator.offices.unchanged.title': 'Rien n’a changé',
  'operator.offices.unchanged.text': 'Les fonctions étaient déjà ainsi.',
  'operator.offices.refused.stale':
    'Quelqu’un d’autre a changé ces fonctions entre-temps. Voici ce qu’elles sont ; choisissez à nouveau.',
  'operator.offices.refused.not-active':
    'Qui ne peut pas se connecter ne reçoit aucune fonction. Réactivez d’abord cette personne ; lui retirer une fonction est possible.',
  'operator.offices.refused.last-operator':
    'C’est le dernier exploitant. Faites d’abord de quelqu’un d’autre un exploitant.',
  'log.person.offices-changed':
    'a changé les fonctions de {person} : {which, select, none {plus aucune} support {désormais agent du support} operator {désormais exploitant} other {désormais agent du support et exploitant}}',
  'operator.merge': 'Réunir à une autre identité',
  'operator.merge.about': 'Quand une personne est connue ici deux fois.',
  'operator.merge.title': 'Réunir {name} à une autre identité',
  'operator.merge.lead': 'L’une des deux adresses reste ; avec l’autre, personne ne se connecte plus.',
  'operator.merge.with': 'L’autre adresse',
  'operator.merge.look': 'Voir les deux',
  'operator.merge.which': 'Laquelle reste',
  'operator.merge.stays':
    'Reçoit de {address} : {grants, plural, one {# droit} other {# droits}}, {requests, plural, one {# demande ouverte} other {# demandes ouvertes}}, {tokens, plural, one {# jeton} other {# jetons}}.',
  'operator.merge.own-gifts':
    '{n, plural, one {# droit a été donné par une identité à l’autre. Il prend fin : nul ne se donne rien à soi-même.} other {# droits ont été donnés par une identité à l’autre. Ils prennent fin : nul ne se donne rien à soi-même.}}',
  'operator.merge.happens': 'Ce qui se passerait',
  'operator.merge.signs-in-no-more':
    'Les sessions de celle qui part prennent fin. Son adresse ne peut plus ni se connecter ni s’inscrire.',
  'operator.merge.union':
    'Les droits, les demandes ouvertes, les jetons et les fonctions des deux passent à celle qui reste.',
  'operator.merge.twice':
    'Où les deux ont le même droit, le plus long reste ; où les deux ont demandé, une demande est close.',
  'operator.merge.history':
    'Le journal reste tel quel et se vérifie toujours. Ce qu’une identité a approuvé compte pour l’autre : nul n’est deux personnes.',
  'operator.merge.submit': 'Réunir les deux',
  'operator.merged.title': 'Identités réunies',
  'operator.merged.text':
    '{n, plural, =0 {Aucun droit n’a changé de main.} one {# droit a changé de main.} other {# droits ont changé de main.}}',
  'operator.erase': 'Effacer',
  'operator.erase.about': 'Tout mot personnel, définitivement. Le journal se vérifie toujours.',
  'operator.erase.title': 'Effacer {name}',
  'operator.erase.lead':
    'Le nom, l’adresse, les textes et les messages de cette personne disparaissent pour toujours ; ses accès prennent fin, ses demandes sont closes. Les événements restent, sous un identificateur qui ne nomme personne.',
  'operator.erase.alone':
    '{n, plural, one {Un compte n’aurait plus d’administrateur} other {# comptes n’auraient plus d’administrateur}}',
  'operator.erase.kept':
    'Rien n’a été effacé : {n, plural, one {un compte n’aurait plus d’administrateur} other {# comptes n’auraient plus d’administrateur}}',
  'operator.erase.alone.more': '{n, plural, one {et # autre} other {et # autres}}',
  'operator.erase.way-on':
    'Que quelqu’un d’autre en devienne d’abord administrateur : cette personne peut désigner un collègue, et tout membre du compte peut en revendiquer l’administration. Si cela ne peut attendre, désactivez cette personne ; le support reçoit alors un dossier pour chaque compte.',
  'operator.erase.disable': 'Désactiver plutôt',
  'operator.erase.address': 'Son adresse, pour être sûr',
  'operator.erase.address.help': 'Saisissez {address}.',
  'operator.erase.wrong': 'Ce n’est pas son adresse.',
  'operator.erase.submit': 'Effacer {name} pour toujours',
  'operator.erased.title': 'Effacé',
  'operator.erased.text': 'Il ne reste rien de personnel.',
  'operator.not-done': 'Rien n’a été fait',
  'operator.refused.nobody': 'Personne ici n’a cette adresse.',
  'operator.refused.oneself': 'Ce ne sont pas deux identités.',
  'operator.refused.not-active': 'Celle qui reste doit pouvoir se connecter. Activez-la d’abord.',
  'operator.refused.last-administrator':
    'Un compte n’aurait plus d’administrateur. Confiez-le d’abord à quelqu’un d’autre.',
  'operator.refused.last-operator':
    'C’est le dernier exploitant. Faites d’abord de quelqu’un d’autre un exploitant.',
  'operator.refused.open-requests': 'Une demande est arrivée à l’instant même. Essayez à nouveau.',
  'operator.disable.reason': 'Pourquoi cela ne peut attendre',
  'operator.disable.reason.help':
    'C’est le dernier administrateur joignable. Votre motif est gardé ; le support reçoit un dossier pour chaque compte, et les anciens membres sont consultés.',
  'operator.disable.reason.missing': 'Dites pourquoi, en 10 caractères au moins.',
  'operator.filter.status': 'État',
  'operator.filter.type': 'Type',
  'operator.filter.all': 'Tous',
  'operator.filter.support': 'Support',
  'operator.filter.operators': 'Exploitants',
  'operator.filter.disabled': 'Désactivés',
  'operator.filter.bounced': 'Mails refusés',
  'operator.filter.unverified': 'Non confirmés',
  'operator.make-restricted': 'Réserver à ses propres membres',
  'operator.account.users': 'Utilisateurs',
  'operator.changes': 'Modifications de comptes',
  'operator.changes.lead': 'Chacune demande deux personnes différentes du support ou de l’exploitation.',
  'operator.whole-account': 'Le compte entier',
  'operator.change-account': 'Suspendre, clore, réunir, changer l’identificateur ou le type',
  'operator.visibility.list-takes-two': 'Permettre à tous de trouver un compte demande deux personnes.',
} satisfies Translation<typeof en>
