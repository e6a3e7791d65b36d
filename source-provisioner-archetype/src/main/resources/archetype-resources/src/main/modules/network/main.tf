locals {
  name = "${var.namespace}-${var.stage}"
}
