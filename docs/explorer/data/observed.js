explorer.observed = [
];
