export default {
  projects: ['<rootDir>/packages/*'],
  // A slow machine is no fault of what is tested. Jest takes this from here alone, not from a project.
  testTimeout: 120_000,
};
