import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/commands-work.ts'

/** Les commandes sur ce qui attend un exploitant. */
export default {
  'about.account-find':
    'Lister des comptes : identificateur, état, type, qui les trouve, administrateurs joignables, nom.',
  'about.account-check': 'Lister les comptes où une demande pourrait rester sans réponse.',
  'about.account-changes': 'Lister les changements de comptes entiers qui attendent une seconde personne.',
  'about.person-find': 'Lister des personnes : adresse, état, nom, entreprise.',
  'about.person-show':
    'Dire ce qui se rattache à une personne : sessions, ce qu’il détient, ce qu’il a demandé.',
  'about.request-list': 'Lister les demandes qui attendent dans un compte, la plus ancienne d’abord.',
  'about.insights': 'Imprimer ce qui est compté : pour tous les comptes, ou d’un seul avec --account.',
  'about.audit-heads': 'Imprimer la tête de chaque chaîne d’événements, à garder ailleurs.',
  'about.mail-show': 'Dire ce qu’un mail est devenu, essai par essai.',
  'about.mail-test': 'Envoyer un mail à l’exploitant de --by, pour voir s’il arrive.',
  'about.import-list': 'Lister ce qui a été envoyé pour être repris, le plus récent d’abord.',
  'about.import-apply':
    'Reprendre une liste examinée, sauf ce qui est erroné ; ce qui a été interrompu continue.',
  'about.import-drop': 'Oublier une liste examinée.',
  'option.days': 'Jusqu’où l’on remonte : 30, 90, 180 ou 365 jours.',
  'option.chart': 'Un seul des tableaux.',
  'done.mail-test': 'Un mail à {value} est en route ; « vestibule mail list » dit ce qu’il devient.',
  'done.import-dropped': 'Abandonnée. Rien n’en est repris.',
  'refused.not-counted':
    'Rien n’est encore compté : le serveur compte toutes les six heures, et peu après son premier démarrage.',
  'refused.no-import': 'Il n’y a pas de liste {value}.',
  'about.job-list': 'Lister les tâches abandonnées, de la plus récente à la plus ancienne.',
  'about.audit-export':
    'Écrire un journal en lignes JSON, que audit verify --file sait lire : celui de l’installation ou, avec --account, celui d’un compte.',
  'about.account-hide': 'Cacher un compte à ceux qui n’en font pas partie.',
  'about.virtual-account-list': 'Lister les comptes virtuels d’un compte.',
  'about.new-account-list': 'Lister les comptes demandés qui attendent un exploitant.',
  'about.new-account-approve': 'Transmettre un compte demandé à la personne qui doit l’administrer.',
  'about.new-account-ask': 'Demander une modification à propos d’un compte demandé.',
  'about.new-account-decline': 'Refuser un compte demandé ; la personne qui l’a demandé en lit la raison.',
  'about.agreement-list': 'Lister toutes les versions de toutes les conventions.',
  'about.agreement-publish': 'Publier une convention ou, avec --of, la version suivante de l’une d’elles.',
  'about.agreement-retire': 'Retirer une convention : plus personne n’a à l’accepter.',
  'about.case-list': 'Lister les dossiers du support, celui qui presse le plus en premier.',
  'about.case-note': 'Conserver dans un dossier une note que seul le support lit.',
  'about.claim-list':
    'Lister les réclamations d’un compte ; deux agents du support les tranchent dans le portail.',
  'about.request-hand-back': 'Rendre une demande à ses administrateurs, dont un est de nouveau joignable.',
  'option.text': 'Ce qui est dit, entre guillemets.',
  'done.case-note': 'La note est conservée dans {value}.',
  'done.request-hand-back': '{value} est de nouveau auprès de ses administrateurs.',
  'refused.no-case': 'Il n’y a pas de dossier {value}.',
  'refused.no-request': 'Il n’y a pas de demande {value}.',
  'refused.case-text': 'Écrivez de 10 à 4 000 caractères avec --text.',
  'about.mail-list': 'Lister les mails, du plus récent au plus ancien, et ce qu’ils sont devenus.',
  'about.mail-send-again': 'Renvoyer des mails revenus, abandonnés ou en attente.',
  'about.job-retry': 'Reprendre les tâches abandonnées.',
  'option.show': 'Seulement ceux d’une sorte.',
  'option.status': 'PENDING, ACTIVE, SUSPENDED ou CLOSED.',
  'option.mail': 'L’identifiant d’un mail ; peut être donné plusieurs fois.',
  'option.of': 'L’identifiant de la convention dont ceci est la version suivante.',
  'option.title-en': 'Son titre en anglais.',
  'option.title-fr': 'Son titre en français.',
  'option.text-en': 'Un fichier contenant son texte en anglais.',
  'option.text-fr': 'Un fichier contenant son texte en français.',
  'option.from': 'Le jour à partir duquel les comptes doivent l’avoir acceptée, par exemple 2027-03-31.',
  'option.note': 'Ce que lira la personne qui a demandé : de 10 à 1 000 caractères.',
  'done.check-line':
    '{identifier} : {reachable, plural, =0 {aucun administrateur joignable} one {# administrateur joignable} other {# administrateurs joignables}}, {open, plural, =0 {aucune demande ouverte} one {# demande ouverte} other {# demandes ouvertes}}, {late} en retard, {mails, plural, =0 {aucun mail non arrivé} one {# mail non arrivé} other {# mails non arrivés}}',
  'done.change-line': '{identifier}  {kind}  jusqu’au {until}',
  'done.hidden': '{identifier} est caché à ceux qui n’en font pas partie.',
  'done.restricted-line': '{name} (restreint)',
  'done.application-approve': 'Approuvé. La personne qui doit l’administrer est sollicitée.',
  'done.application-ask': 'C’est demandé. La suite dépend de la personne qui a demandé le compte.',
  'done.application-decline': 'Refusé.',
  'done.agreement': 'La version {version} de {id} est publiée.',
  'done.agreement-line':
    '{id}, version {version} : {title}, exigée à partir du {day}{retired, select, yes {, retirée depuis} other {, en vigueur dès lors}}',
  'done.agreement-retired': 'La convention est retirée.',
  'done.mail-again':
    '{n, plural, =0 {Aucun mail n’est renvoyé.} one {# mail est renvoyé.} other {# mails sont renvoyés.}}',
  'done.job-retry':
    '{n, plural, =0 {Aucune tâche n’avait été abandonnée.} one {# tâche est reprise.} other {# tâches sont reprises.}}',
  'refused.no-application': 'Il n’y a pas de demande de nouveau compte {value}.',
  'refused.note': 'Écrivez de 10 à 1 000 caractères avec --note.',
  'refused.no-agreement': 'Il n’y a pas de convention {value}.',
  'refused.agreement-over':
    'Rien n’a été fait : la convention est retirée, ou une autre version est parue au même moment.',
  'refused.no-text': 'L’un des deux textes ne peut pas être lu. Nommez deux fichiers.',
  'refused.no-mail': '« {value} » n’est pas l’identifiant d’un mail.',
} satisfies Translation<typeof en>
