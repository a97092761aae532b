import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/log.ts'

/** Ce que dit chaque événement du journal après le nom de son auteur. */
export default {
  'log.system': 'Vestibule',
  'log.machine': 'Ligne de commande',
  'log.by-at-machine': '{name}, en ligne de commande',
  'log.erased': 'Personne effacée',
  'log.merged': '{name} (désormais {into})',
  'log.gone': 'quelque chose qui n’existe plus',
  'log.about': '{what} ({person})',
  'log.other': 'a consigné « {type} »',
  'log.access-request.submitted': 'a envoyé la demande {request} : {asked}',
  'log.access-request.routed-to-support':
    'a transmis la demande {request} au support, personne ne pouvant décider',
  'log.access-request.viewed': 'a ouvert la demande {request} de {person}',
  'log.access-request.reminded':
    '{by, select, clock {a envoyé un rappel automatique pour la demande {request}} other {a envoyé un rappel pour la demande {request}}}',
  'log.access-request.amended': 'a modifié la demande {request} : {asked}',
  'log.access-request.withdrawn': 'a retiré la demande {request}',
  'log.access-request.first-approval':
    'a donné la première de deux approbations à la demande {request} de {person} : {absent, plural, =0 {{held}} one {{held}, également pour # collègue pendant son absence} other {{held}, également pour # collègues pendant leur absence}}',
  'log.access-request.approved':
    'a approuvé la demande {request} de {person} : {absent, plural, =0 {{held}} one {{held}, également pour # collègue pendant son absence} other {{held}, également pour # collègues pendant leur absence}}',
  'log.access-request.declined':
    'a refusé la demande {request} de {person} : {code, select, NOT_A_MEMBER {ne fait pas partie de l’organisation} WRONG_ACCOUNT {il s’agit d’un autre compte} NOT_NEEDED {inutile pour la tâche} ASK_ELSEWHERE {quelqu’un d’autre doit le donner} TOO_MUCH {plus que la tâche ne demande} other {autre raison}}',
  'log.access-request.overdue': 'a constaté que la demande {request} est restée sans réponse dans les délais',
  'log.access-request.escalated': 'a transmis la demande {request} au support',
  'log.access-request.handed-back': 'a rendu la demande {request} aux administrateurs',
  'log.access-request.expiry-near': 'a averti que la demande {request} expire le {date}',
  'log.access-request.answer-missing':
    'a rappelé que la demande {request} attend une réponse et expire le {date}',
  'log.access-request.support-nudged': 'a rappelé la demande {request} au support',
  'log.access-request.expired':
    '{because, select, NOT_ANSWERED {a clos la demande {request}, dont l’auteur n’a pas répondu à une question} other {a clos la demande {request}, restée sans décision dans les délais}}',
  'log.access-request.closed':
    'a clos la demande {request} : {because, select, GIVEN_DIRECTLY {l’accès a été donné directement} ACCOUNT_CLOSED {le compte a été fermé} ACCOUNT_MERGED {le compte a été réuni à un autre} CONTINUED {le compte a été réuni à un autre, où la demande se poursuit} BENEFICIARY_DISABLED {son bénéficiaire ne peut plus se connecter} DUPLICATE {une autre demande porte sur la même chose} PLACE_CLOSED {ce qu’elle demandait a été fermé} other {elle n’a plus d’objet}}',
  'log.access-request.decision-refused':
    'n’a pas pu décider de la demande {request} : {why, select, own {c’est la sienne} above {elle accorde plus que ses propres droits} other {elle ne relève pas de sa compétence}}',
  'log.grant.given': 'a donné un accès à {person} : {held}',
  'log.grant.revoked':
    '{whose, select, own {a renoncé à son propre accès : {held}} other {a retiré un accès à {person} : {held}}}',
  'log.grant.removal-proposed': 'a proposé de retirer {person} des administrateurs',
  'log.grant.removal-refused':
    '{whose, select, own {a fait opposition à son propre retrait des administrateurs} other {a refusé de retirer {person} des administrateurs}}',
  'log.grant.removal-withdrawn': 'a annulé la proposition de retirer {person} des administrateurs',
  'log.grant.expired': 'a mis fin à l’accès de {person} : {held}',
  'log.grant.ending':
    'a prévenu {person} que cet accès prend fin sous {n, plural, one {# jour} other {# jours}} : {held}',
  'log.grant.end-moved': 'a maintenu {person}, aucun autre administrateur n’étant joignable : {held}',
  'log.grant.revocation-refused': 'n’a pas pu retirer un accès',
  'log.delegate.chosen': 'a chargé {person} de décider pendant ses absences',
  'log.delegate.ended':
    '{by, select, delegate {ne remplace plus {person}} other {ne se fait plus remplacer par {person}}}',
  'log.account.created': 'a ajouté le compte, administré par {person}',
  'log.account.visibility-changed':
    '{visibility, select, LISTED {a permis à toute personne connectée de trouver le compte} other {a limité la recherche du compte à ses propres membres}}',
  'log.virtual-account.created': 'a ajouté le compte virtuel {place}',
  'log.virtual-account.renamed': 'a donné son nom au compte virtuel {place}',
  'log.virtual-account.moved':
    '{to, select, top {a déplacé le compte virtuel {place} au premier niveau} other {a déplacé le compte virtuel {place} sous {parent}}}',
  'log.virtual-account.restricted': 'a réservé le compte virtuel {place} à ceux qui en connaissent le nom',
  'log.virtual-account.unrestricted':
    'a rendu le compte virtuel {place} visible aux personnes des domaines du compte',
  'log.virtual-account.closed':
    '{n, plural, =0 {a fermé le compte virtuel {place}} one {a fermé le compte virtuel {place} et # autre en dessous} many {a fermé le compte virtuel {place} et # d’autres en dessous} other {a fermé le compte virtuel {place} et # autres en dessous}}',
  'log.access-request.narrowed':
    '{n, plural, one {a ôté # compte virtuel fermé de la demande {request}} many {a ôté # de comptes virtuels fermés de la demande {request}} other {a ôté # comptes virtuels fermés de la demande {request}}}',
  'log.account.named-alike': 'a donné à {account} un nom qui ressemble à celui d’un autre compte',
  'log.account.renamed': 'a donné un autre nom au compte',
  'log.account.contact-changed':
    '{has, select, yes {a indiqué un contact pour le compte} other {a retiré l’adresse du contact du compte}}',
  'log.account.contact-confirmed': 'a noté que le contact a confirmé son adresse',
  'log.on-behalf.asked': 'a demandé un accès pour un collègue',
  'log.on-behalf.confirmed': 'a confirmé l’accès demandé par {person} en son nom',
  'log.on-behalf.refused': 'n’a pas souhaité l’accès demandé par {person} en son nom',
  'log.on-behalf.withdrawn': 'a retiré ce qui était demandé pour un collègue',
  'log.on-behalf.ended':
    'a mis fin à ce que {person} demandait pour un collègue, qui ne peut plus être confirmé',
  'log.on-behalf.lapsed':
    'a laissé devenir caduc ce que {person} demandait pour un collègue, faute de confirmation',
  'log.access-request.looked-up-in-vain':
    '{n, plural, one {a cherché # compte qui ne lui est pas ouvert} other {a cherché à la suite # comptes qui ne lui sont pas ouverts}}',
  'log.case.opened':
    '{about, select, none {a ouvert un dossier auprès du support} other {a ouvert un dossier auprès du support pour la demande {request}}}',
  'log.case.viewed': 'a consulté un dossier en tant que support',
  'log.access-request.viewed-by-support': 'a consulté la demande {request} en tant que support',
  'log.case.answered':
    '{side, select, REQUESTER {a écrit dans le dossier de {person}} ACCOUNT {a répondu au support pour le compte} other {a écrit en tant que support, {room, select, ACCOUNT {au compte} other {au demandeur}}}}',
  'log.case.noted': 'a conservé une note interne du support',
  'log.case.assigned':
    '{how, select, taken {a pris en charge un dossier en tant que support} other {a laissé un dossier à tous les agents}}',
  'log.case.resolved':
    '{because, select, REQUESTER {a indiqué qu’un dossier est résolu} HANDED_BACK {a terminé un dossier en rendant sa demande} REQUEST_SETTLED {a terminé un dossier, sa demande étant réglée} other {a résolu un dossier en tant que support}}',
  'log.case.reopened': 'a rouvert un dossier',
  'log.case.closed': 'a clos un dossier résolu depuis une semaine',
  'log.case.proof-added': 'a ajouté un fichier comme preuve à un dossier',
  'log.support-decision.proposed':
    'a proposé en tant que support {verdict, select, APPROVE {d’approuver la demande {request} de {person}} other {de refuser la demande {request} de {person}}}',
  'log.support-decision.dropped':
    'a abandonné la décision du support qui était proposée pour la demande {request}',
  'log.support-decision.confirmed':
    'a confirmé, comme second agent du support, {verdict, select, APPROVE {l’approbation de la demande {request} de {person}} other {le refus de la demande {request} de {person}}}',
} satisfies Translation<typeof en>
