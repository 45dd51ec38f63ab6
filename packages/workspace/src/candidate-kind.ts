export {
  type CandidateKind,
  candidateKind,
  isPlainName,
  namedKind,
} from '@dockwarden-internal/facts/root/candidate-kind';
