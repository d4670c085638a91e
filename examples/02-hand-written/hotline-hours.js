// Opening hours, by the clock of the platform, which is UTC.
const opensAt = 9, closesAt = 17;
function isOpen(now) {
  const day = now.getUTCDay();
  return day > 0 && day < 6 && now.getUTCHours() >= opensAt && now.getUTCHours() < closesAt;
}
