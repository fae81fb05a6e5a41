#include "embedded/database.h"

namespace kith::relay {

Database::Opened::~Opened() {
  if (!db) return;
  for (rocksdb::ColumnFamilyHandle* family : families) (void)db->DestroyColumnFamilyHandle(family);
  (void)db->Close();
}

Database::Outcome Database::reopen() {
  {
    const MutexLock lock(mu_);
    while (closing_) changed_.wait(mu_);
    closing_ = true;
    while (users_ > 0) changed_.wait(mu_);
  }
  Outcome out;
  opened_.reset();  // the folder is one opening's at a time
  opened_ = std::make_unique<Opened>();
  out.opened = open_(false, *opened_);
  if (!out.opened.ok()) opened_ = std::make_unique<Opened>();  // what came of it is closed
  if (out.opened.IsNoSpace()) out.reads = open_(true, *opened_);
  if (!out.reads.ok()) opened_ = std::make_unique<Opened>();
  {
    const MutexLock lock(mu_);
    closing_ = false;
  }
  changed_.notify_all();
  return out;
}

const Database::Opened* Database::begin() const {
  const MutexLock lock(mu_);
  while (closing_) changed_.wait(mu_);
  ++users_;
  return opened_.get();
}

void Database::end() const {
  const MutexLock lock(mu_);
  --users_;
  if (closing_ && users_ == 0) changed_.notify_all();
}

}  // namespace kith::relay
