import type { Translation } from '../../../platform/i18n/messages.ts'
import type en from '../en/general.ts'

/** Les réglages de toute l’installation. */
export default {
  'general.title': 'Installation',
  'general.times': 'Délais des demandes',
  'general.name': 'Nom de l’installation',
  'general.name.help':
    'En tête de chaque page et de chaque message, dans les deux langues. Vide, c’est « {name} », selon le fichier de réglages.',
  'general.name.unfit': 'Saisissez une ligne de 60 caractères au plus.',
  'general.language': 'Langue de qui n’en a pas choisi',
  'general.language.help':
    'Celle des pages pour un navigateur qui ne demande ni l’une ni l’autre, et des personnes ajoutées. Chacun peut choisir l’autre.',
  'general.support': 'Le support peut décider',
  'general.support.help':
    'Deux agents, avec preuve, quand personne du compte n’est joignable ; jamais un rôle d’administrateur.',
  'general.by-file': 'Selon le fichier de réglages : {value}',
  'general.proof': 'Les nouveaux comptes doivent prouver leur domaine',
  'general.proof.help':
    'Sans preuve, une demande attend un exploitant. Un compte sans preuve reste restreint et n’a pas de règles par domaine.',
  'general.proof.yes': 'Oui, sauf si un exploitant passe outre',
  'general.proof.no': 'Non, un compte peut ouvrir sans preuve',
  'general.links': 'Depuis le fichier de réglages',
  'general.links.lead': 'Les mêmes sur chaque page. Changez-les dans le fichier, et relancez le programme.',
  'general.links.tabs': 'Autres onglets de la gestion des accès',
  'general.links.footer': 'Liens au pied de chaque page',
  'general.links.none': 'Aucun',
  'general.yes': 'Oui, deux agents ensemble',
  'general.no': 'Non, jamais',
  'general.shows': 'Ce que les nouveaux comptes montrent de leurs administrateurs',
  'general.shows.help': 'Aux personnes sans accès. Chaque compte peut choisir autrement.',
  'general.shows.NAMES': 'Noms et adresses',
  'general.shows.RELAY': 'Rien ; un message peut être envoyé',
  'general.shows.NONE': 'Rien du tout',
  'general.save': 'Enregistrer pour l’installation',
  'general.saved': 'Enregistré. Cela vaut partout d’ici une demi-minute.',
  'general.unchanged': 'C’était déjà ainsi.',
  'general.tested': 'Un message est en route vers vous. Son sort figure sous Mails.',
  'general.mail': 'Courrier',
  'general.mail.lead': 'Un message à {address}, pour voir s’il arrive.',
  'general.mail.test': 'M’envoyer un message',
  'general.environment': 'Depuis l’environnement',
  'general.environment.lead': 'Lu au démarrage. Changez-le là où le programme est lancé, et relancez-le.',
  'general.set': 'Défini',
  'general.not-set': 'Non défini',
  'test-mail.subject': 'Le courrier de {installation} arrive',
  'test-mail.opening':
    'Ce message a été envoyé à votre demande depuis la page des réglages. Si vous le lisez, le courrier arrive.',
  'test-mail.button': 'Ouvrir les réglages',
  'test-mail.or-visit': 'Ou rendez-vous ici :',
  'test-mail.why': 'Vous recevez ce message parce que vous l’avez demandé.',
  'log.mail.tested': 's’est envoyé un message, pour voir s’il arrive',
  'log.installation.settings-changed': 'a changé les réglages de l’installation',
} satisfies Translation<typeof en>
