# Sourced by benches that need PostgreSQL: a cluster of their own in a temporary folder, as durable as PostgreSQL is by itself.

# begin_postgres FOLDER: starts one and sets STORYPRINT_DATABASE to an empty database of it.
begin_postgres() {
  need_postgres
  postgres_bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
  postgres_folder=$1
  mkdir -p "$postgres_folder"
  postgres_as=()
  if [[ $(id -u) -eq 0 ]]; then
    chown nobody "$postgres_folder"
    postgres_as=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
  fi
  (cd / && "${postgres_as[@]}" "$postgres_bin/initdb" -D "$postgres_folder/data" -U storyprint -A trust -E UTF8 --locale C.UTF-8 >/dev/null
    "${postgres_as[@]}" "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -w -l "$postgres_folder/log" \
      -o "-c listen_addresses='' -c unix_socket_directories='$postgres_folder' -c shared_buffers=1GB -c max_wal_size=4GB" start >/dev/null
    "${postgres_as[@]}" "$postgres_bin/createdb" -h "$postgres_folder" -U storyprint ledger)
  export STORYPRINT_DATABASE="Host=$postgres_folder;Username=storyprint;Database=ledger"
}

end_postgres() {
  (cd / && "${postgres_as[@]}" "$postgres_bin/pg_ctl" -D "$postgres_folder/data" -m fast stop >/dev/null)
  unset STORYPRINT_DATABASE
}
