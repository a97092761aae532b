import type { Translation } from '../../platform/i18n/messages.ts'
import type en from './en-mails.ts'

/** The mails and events, in French. */
export default {
  'mail.or-visit': 'Ou copiez cette adresse dans votre navigateur :',
  'mail.why.typed':
    'Vous recevez ce mail parce que quelqu’un a saisi cette adresse sur {installation}. Si ce n’est pas vous, ne faites rien.',
  'mail.why.person': 'Vous recevez ce mail parce que vous avez un compte sur {installation}.',
  'mail.verify.subject': 'Confirmez votre adresse',
  'mail.verify.opening': 'Confirmez cette adresse pour terminer votre compte sur {installation}.',
  'mail.verify.text':
    'Le lien sert une seule fois, pendant 24 heures. Il ouvre une page avec un bouton ; rien ne se passe avant que vous n’appuyiez dessus.',
  'mail.verify.button': 'Ouvrir la page',
  'mail.has-account.subject': 'Vous avez déjà un compte',
  'mail.has-account.opening': 'Cette adresse a déjà un compte sur {installation}.',
  'mail.has-account.text':
    'Quelqu’un, sans doute vous, a voulu s’en servir pour un nouveau compte. Connectez-vous plutôt ; si vous ne savez plus le mot de passe, choisissez-en un autre depuis la page de connexion.',
  'mail.has-account.button': 'Se connecter',
  'mail.reset.subject': 'Choisissez un nouveau mot de passe',
  'mail.reset.opening': 'Choisissez un nouveau mot de passe pour votre compte sur {installation}.',
  'mail.reset.text':
    'Le lien sert une seule fois, pendant une heure. D’ici là, votre mot de passe reste le même.',
  'mail.reset.button': 'Choisir un mot de passe',
  'mail.welcome.subject': 'Votre compte est prêt',
  'mail.welcome.opening': 'Un compte a été créé pour vous sur {installation}.',
  'mail.welcome.text':
    'Choisissez un mot de passe pour l’utiliser. Le lien sert une seule fois, pendant trois jours. Ensuite, « Mot de passe oublié » sur la page de connexion en envoie un autre.',
  'mail.welcome.button': 'Choisir un mot de passe',
  'mail.confirm-own.subject': 'Confirmez votre adresse',
  'mail.confirm-own.opening': 'Confirmez que cette adresse est bien la vôtre sur {installation}.',
  'mail.confirm-own.text':
    'Le lien sert une seule fois, pendant une heure ; vous y choisissez un nouveau mot de passe.',
  'mail.confirm-address.subject': 'Confirmez votre adresse',
  'mail.confirm-address.opening': 'Confirmez que vous voulez utiliser cette adresse sur {installation}.',
  'mail.confirm-address.text':
    'Le lien sert une seule fois, pendant 24 heures, dans un navigateur où vous êtes connecté. D’ici là, votre ancienne adresse reste la bonne.',
  'mail.confirm-address.button': 'Ouvrir la page',
  'mail.address-changed.subject': 'Votre adresse a été changée',
  'mail.address-changed.opening': 'Vous utilisez désormais une autre adresse sur {installation}.',
  'mail.address-changed.text':
    'Le changement date du {when}. Si ce n’est pas vous, prévenez tout de suite l’exploitant de {installation}.',
  'mail.password-changed.subject': 'Votre mot de passe a été changé',
  'mail.password-changed.opening': 'Votre mot de passe sur {installation} a été changé.',
  'mail.password-changed.text':
    'Le changement date du {when}, et les autres sessions ont pris fin. Si ce n’est pas vous, choisissez tout de suite un autre mot de passe avec « Mot de passe oublié ».',
  'mail.password-changed.button': 'Aller sur {installation}',
  'mail.token-created.subject': 'Un jeton d’accès personnel a été créé',
  'mail.token-created.opening': 'Un jeton d’accès personnel a été créé pour votre compte sur {installation}.',
  'mail.token-created.text':
    'Il a été créé le {when}. Si ce n’est pas vous, révoquez-le sur la page de vos jetons et changez votre mot de passe.',
  'mail.token-created.button': 'Voir vos jetons',
  'mail.offices.subject': 'Vos fonctions ont changé',
  'mail.offices.opening':
    '{which, select, none {Vous n’êtes plus ni agent du support ni exploitant de {installation}.} support {Vous êtes désormais agent du support de {installation}, et non exploitant.} operator {Vous êtes désormais exploitant de {installation}, et non agent du support.} other {Vous êtes désormais agent du support et exploitant de {installation}.}}',
  'mail.offices.text':
    'Ce changement date du {when} et vaut aussitôt. Si vous n’en connaissez pas la raison, demandez-la à un exploitant de {installation}.',
  'mail.offices-of.subject': 'Les fonctions de {person} ont changé',
  'mail.offices-of.opening':
    '{which, select, none {{person} n’est plus ni agent du support ni exploitant de {installation}.} support {{person} est désormais agent du support de {installation}, et non exploitant.} operator {{person} est désormais exploitant de {installation}, et non agent du support.} other {{person} est désormais agent du support et exploitant de {installation}.}}',
  'mail.offices-of.text':
    'Ce changement date du {when} et vient de {by}. S’il ne doit pas être, un autre exploitant revient dessus sur la page de cette personne.',
  'mail.offices-of.machine': 'la ligne de commande',
  'mail.offices-of.button': 'Voir cette personne',
  'mail.offices-of.why': 'Vous recevez ce mail parce que vous êtes exploitant de {installation}.',
  'event.person.sign-up-asked': 'a demandé un compte',
  'event.person.recovery-asked': 'a demandé un lien pour choisir un mot de passe',
  'event.person.signed-up': 'a créé un compte',
  'event.person.verified': 'a confirmé l’adresse',
  'event.person.added': 'a ajouté une personne',
  'event.person.signed-in': 's’est connecté',
  'event.person.sign-in-failed': 'n’a pas pu se connecter avec un mot de passe',
  'event.person.signed-out': 's’est déconnecté',
  'event.person.sessions-ended': 'a mis fin à des sessions',
  'event.person.password-changed': 'a changé le mot de passe',
  'event.person.address-change-asked': 'a demandé à changer l’adresse',
  'event.person.address-changed': 'a changé l’adresse',
  'event.person.away-set': 'a indiqué une absence',
  'event.person.away-ended': 'est de retour',
  'event.person.details-changed': 'a changé les coordonnées',
  'event.person.offices-changed': 'a changé les fonctions d’une personne',
  'event.person.disabled': 'a désactivé une personne',
  'event.person.enabled': 'a réactivé une personne',
  'event.person.erased': 'a effacé une personne',
  'event.person.merged': 'a réuni deux identités d’une même personne',
  'event.link.issued': 'a émis un lien de connexion',
  'event.token.created': 'a créé un jeton d’accès personnel',
  'event.token.revoked': 'a révoqué un jeton d’accès personnel',
} satisfies Translation<typeof en>
