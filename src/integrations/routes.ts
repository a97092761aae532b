export { routes } from './api/api.route.tsx'
